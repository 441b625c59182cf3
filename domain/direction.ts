/** What turns the direction of writing until its end is met: embeddings, overrides, isolates, and their ends. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text without the marks by which it could turn round what stands beside it, in a mail or in Markdown. What is written
 * from right to left runs so by its own letters, and stays.
 */
export function unturned(text: string): string {
  return text.replace(TURNS, '');
}
