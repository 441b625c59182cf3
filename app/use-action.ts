'use client';

import { useActionState } from 'react';
import { reached } from './reached';

type Action<State, Wish> = (state: State, wish: Wish) => Promise<State>;

/** React's `useActionState` for a server action, which answers as `unreached` says where there is no connection. */
export function useAction<State, Wish = FormData>(
  action: Action<State, Wish>,
  initial: Awaited<State>,
  unreached: (state: State, wish: Wish) => State,
) {
  // On the server the action stands as it is, so that its form works before there are scripts.
  const sent: Action<State, Wish> =
    typeof window === 'undefined'
      ? action
      : (state, wish) => reached(action(state, wish), () => unreached(state, wish));
  return useActionState(sent as (state: Awaited<State>, wish: Wish) => Promise<State>, initial);
}
