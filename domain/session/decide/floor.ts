import { refusal } from '../../errors';
import type { Handlers } from './input';

export const floorCommands: Handlers<
  'floor.open' | 'floor.close' | 'floor.ask' | 'floor.release' | 'floor.answer' | 'takeaway.leave'
> = {
  'floor.open': {
    run: ({ state }) => (state.floor.open ? [] : [{ type: 'floor.opened', data: {} }]),
  },
  'floor.close': {
    run: ({ state }) => (state.floor.open ? [{ type: 'floor.closed', data: {} }] : []),
  },
  'floor.ask': {
    run: ({ state, data, actor, role, ctx }) => {
      const sealed = role === 'observer';
      if (sealed && state.floor.questions.some(({ by }) => by === actor.id)) {
        return refusal('conflict', 'You have asked your one question of this session.');
      }
      if (role === 'rep' && !state.floor.open) {
        return refusal('wrong_phase', 'The floor is not open yet.');
      }
      return [{ type: 'floor.asked', data: { id: ctx.newId(), body: data.body, sealed } }];
    },
  },
  'floor.release': {
    find: ({ state, data }) => (state.floor.questions.some(({ id }) => id === data.questionId) ? undefined : missing()),
    run: ({ state, data }) => {
      const question = state.floor.questions.find(({ id }) => id === data.questionId);
      if (!question?.sealed) return [];
      const { id: questionId, body, by: askedBy, at: askedAt } = question;
      return [{ type: 'floor.released', data: { questionId, body, askedBy, askedAt } }];
    },
  },
  'floor.answer': {
    // A sealed question is not there for anyone to answer.
    find: ({ state, data }) =>
      state.floor.questions.some(({ id, sealed }) => id === data.questionId && !sealed) ? undefined : missing(),
    run: ({ state, data, actor }) => {
      if (state.floor.closed) return refusal('wrong_phase', 'The floor is closed.');
      const question = state.floor.questions.find(({ id }) => id === data.questionId);
      const before = question?.answers.find(({ by }) => by === actor.id);
      return before?.body === data.body ? [] : [{ type: 'floor.answered', data }];
    },
  },
  'takeaway.leave': {
    run: ({ state, data, actor }) =>
      state.takeaways.find(({ by }) => by === actor.id)?.body === data.body ? [] : [{ type: 'takeaway.left', data }],
  },
};

function missing() {
  return refusal('not_found', 'That question is not on the floor.', 'questionId');
}
