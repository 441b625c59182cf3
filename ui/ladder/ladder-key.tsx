/** What whole, hatched, hollow and the ember frame mean. */
export function LadderKey({ className }: { className?: string }) {
  return (
    <div className={`key ${className ?? ''}`}>
      <span>
        <i className="tick yes" aria-hidden="true" />
        Yes
      </span>
      <span>
        <i className="tick unsure" aria-hidden="true" />
        Not sure
      </span>
      <span>
        <i className="tick no" aria-hidden="true" />
        No
      </span>
      <span>
        <i className="openk" aria-hidden="true" />
        Lowest open rung
      </span>
    </div>
  );
}
