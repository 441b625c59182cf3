/** What is said to the last host who steps down, leaves or is removed. */
export const LAST_HOST = 'A lab always has a host, and this is its last one: make somebody else a host first.';
