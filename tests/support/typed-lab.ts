/** A new lab as its form posts it, but for its name. */
export const TYPED_LAB = {
  weekday: '4',
  localTime: '17:00',
  timeZone: 'Europe/London',
  present: '3',
  clarify: '5',
  coach: '10',
  commit: '2',
};
