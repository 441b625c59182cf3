/** How a projected table is written: its columns with their types, and what makes a row the same row. */
interface Table {
  columns: Record<string, string>;
  key: string[];
  /** New rows never meet old ones, so that nothing need be compared. */
  fresh?: true;
}

/** Every table that a session's log is projected into. */
export const TABLES = {
  sessions: {
    columns: {
      id: 'uuid',
      lab_id: 'uuid',
      number: 'int',
      starts_at: 'timestamptz',
      duration_minutes: 'int',
      call_url: 'text',
      slot: 'date',
      status: 'text',
      started_at: 'timestamptz',
      ended_at: 'timestamptz',
    },
    key: ['id'],
    fresh: true,
  },
  scenarios: {
    columns: {
      id: 'uuid',
      lab_id: 'uuid',
      session_id: 'uuid',
      rep_id: 'uuid',
      title: 'text',
      account: 'text',
      stage: 'text',
      amount_minor: 'bigint',
      currency: 'text',
      age_days: 'int',
      deadline: 'date',
      story: 'text',
      ask: 'text',
      tried: 'text',
      pain: 'text',
      money: 'text',
      authority: 'text',
      other_live_deals: 'int',
      life_or_death: 'smallint',
      pipeline_note: 'text',
      stands: 'text',
      deferred: 'boolean',
      seconds: 'int',
      carried_weeks: 'int',
      submitted_at: 'timestamptz',
    },
    key: ['id'],
  },
  scenario_private: { columns: { scenario_id: 'uuid', ladder: 'jsonb', pipeline: 'jsonb' }, key: ['scenario_id'] },
  month_pipelines: {
    columns: { scenario_id: 'uuid', other_live_deals: 'int', life_or_death: 'smallint', withdrawn_at: 'timestamptz' },
    key: ['scenario_id'],
  },
  turns: {
    columns: {
      id: 'uuid',
      lab_id: 'uuid',
      session_id: 'uuid',
      scenario_id: 'uuid',
      rep_id: 'uuid',
      started_at: 'timestamptz',
      ended_at: 'timestamptz',
      put_off: 'boolean',
      votes: 'int',
      reveal: 'jsonb',
    },
    key: ['id'],
  },
  contributions: {
    columns: {
      id: 'uuid',
      lab_id: 'uuid',
      session_id: 'uuid',
      turn_id: 'uuid',
      author_id: 'uuid',
      kind: 'text',
      body: 'text',
      at: 'timestamptz',
      reply_to: 'uuid',
      late: 'boolean',
      helpful: 'boolean',
      pinned: 'boolean',
      edited: 'boolean',
      gone: 'text',
    },
    key: ['id'],
    fresh: true,
  },
  commitments: {
    columns: {
      id: 'uuid',
      lab_id: 'uuid',
      session_id: 'uuid',
      turn_id: 'uuid',
      scenario_id: 'uuid',
      rep_id: 'uuid',
      decision: 'text',
      next_step: 'text',
      due_on: 'date',
      uses: 'uuid[]',
      uses_of: 'uuid[]',
      made_at: 'timestamptz',
    },
    key: ['id'],
  },
  checkins: {
    columns: {
      id: 'uuid',
      lab_id: 'uuid',
      commitment_id: 'uuid',
      session_id: 'uuid',
      by_id: 'uuid',
      outcome: 'text',
      ladder: 'jsonb',
      note: 'text',
      looking_back: 'int',
      at: 'timestamptz',
    },
    key: ['id'],
  },
  floor_questions: {
    columns: { id: 'uuid', lab_id: 'uuid', session_id: 'uuid', asked_by: 'uuid', body: 'text', at: 'timestamptz' },
    key: ['id'],
  },
  floor_answers: {
    columns: { question_id: 'uuid', user_id: 'uuid', body: 'text', at: 'timestamptz' },
    key: ['question_id', 'user_id'],
  },
  takeaways: {
    columns: { session_id: 'uuid', user_id: 'uuid', body: 'text', at: 'timestamptz' },
    key: ['session_id', 'user_id'],
  },
  webhook_news: {
    columns: { lab_id: 'uuid', type: 'text', about_id: 'uuid', session_id: 'uuid', seq: 'int', at: 'timestamptz' },
    key: ['session_id', 'seq'],
    fresh: true,
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof TABLES;
export type Row = Record<string, unknown>;

/** The statement that puts rows, given as the JSON array in parameter `n`; a row that is there is replaced. */
export function putRows(name: TableName, n: number): string {
  const table: Table = TABLES[name];
  const columns = Object.keys(table.columns);
  const others = columns.filter((column) => !table.key.includes(column));
  const replace = table.fresh
    ? ''
    : ` on conflict (${table.key.join(', ')}) do update set ${others.map((one) => `${one} = excluded.${one}`).join(', ')}`;
  return `insert into ${name} (${columns.join(', ')}) select ${columns.join(', ')} from ${recordset(table, columns, n)}${replace}`;
}

/** The statement that changes these columns of the rows in parameter `n`; where `keepNull`, null leaves a column as it is. */
export function patchRows(name: TableName, columns: readonly string[], keepNull: boolean, n: number): string {
  const table: Table = TABLES[name];
  const values = columns.map((one) => `${one} = ${keepNull ? `coalesce(r.${one}, t.${one})` : `r.${one}`}`);
  const same = table.key.map((one) => `t.${one} = r.${one}`).join(' and ');
  return `update ${name} t set ${values.join(', ')} from ${recordset(table, [...table.key, ...columns], n)} where ${same}`;
}

function recordset(table: Table, columns: readonly string[], n: number): string {
  return `json_to_recordset($${n}::text::json) as r(${columns.map((one) => `${one} ${table.columns[one]}`).join(', ')})`;
}
