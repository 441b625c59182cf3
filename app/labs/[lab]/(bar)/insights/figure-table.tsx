/** A table's head and its rows; the first cell of each names the row. */
export interface Rows {
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** A figure as a table: seen by everybody when asked for, and always there for those who listen. */
export function FigureTable({ rows: { head, rows }, caption, seen }: { rows: Rows; caption: string; seen: boolean }) {
  return (
    <div
      className={seen ? 'table-wrap' : 'sr'}
      {...(seen ? { tabIndex: 0, role: 'group', 'aria-label': caption } : {})}
    >
      <table className="figures num">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
