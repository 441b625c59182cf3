/**
 * Turns a question about many into one that can be asked about each: whatever is asked while an answer is under way is
 * asked together after it. Answers come in the order of the questions.
 */
export function inOneGo<Question, Answer>(
  askAll: (questions: Question[]) => Promise<Answer[]>,
  limit = 500,
): (question: Question) => Promise<Answer> {
  type Asker = { question: Question; resolve: (answer: Answer) => void; reject: (error: unknown) => void };
  let waiting: Asker[] = [];
  let asking = false;

  async function ask(): Promise<void> {
    asking = true;
    while (waiting.length > 0) {
      const askers = waiting.slice(0, limit);
      waiting = waiting.slice(limit);
      try {
        const answers = await askAll(askers.map(({ question }) => question));
        askers.forEach(({ resolve, reject }, index) => {
          const answer = answers[index];
          if (answer === undefined) reject(new Error('There was no answer to one of the questions.'));
          else resolve(answer);
        });
      } catch (error) {
        for (const { reject } of askers) reject(error);
      }
    }
    asking = false;
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (!asking) void ask();
    });
}
