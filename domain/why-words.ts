/** The six buy-in questions, in order; `still` is the one that comes back. */
export const REFLECTIONS = ['value', 'passion', 'beginning', 'mattered', 'still', 'others'] as const;
export type ReflectionKey = (typeof REFLECTIONS)[number];

export const REFLECTION_QUESTIONS: Record<ReflectionKey, string> = {
  value: 'What do I value, and how does it show in my work?',
  passion: 'What in this work am I passionate about?',
  beginning: 'Why did I first come to it?',
  mattered: 'What made it matter to me in the beginning?',
  still: 'Do I still believe that?',
  others: 'Why should anyone else care about what I do or represent?',
};

/** The six growth checks, in order. */
export const GROWTH_CHECKS = ['article', 'book', 'course', 'certification', 'expert', 'portfolio'] as const;
export type GrowthCheck = (typeof GROWTH_CHECKS)[number];

export const GROWTH_NAMES: Record<GrowthCheck, string> = {
  article: 'Last article read or written',
  book: 'Last book or post read or written',
  course: 'Last course or programme taken or led',
  certification: 'A certification, and is it current',
  expert: 'Subject-matter expert, and the proof',
  portfolio: 'Proactive or responsive',
};
