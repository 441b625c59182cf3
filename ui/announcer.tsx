'use client';

import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { Button } from './button';
import { Icon } from './icon';
import { Notice, type NoticeTone } from './notice';

const TOAST_MS = 6000;

export interface Toast {
  text: ReactNode;
  tone?: NoticeTone;
  /** Such as "Undo"; the toast goes when it is pressed. */
  action?: { label: string; onPress: () => void };
}

interface Voices {
  announce: (sentence: string) => void;
  toast: (toast: Toast) => void;
}

const Context = createContext<Voices>({ announce: () => undefined, toast: () => undefined });

/** Says a sentence politely to those who listen to the screen; it is not seen. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(Context).announce;
}

/** Shows a notice at the foot for six seconds, or until Escape. */
export function useToast(): (toast: Toast) => void {
  return useContext(Context).toast;
}

/** Holds the live region and the toasts; once, round the whole page. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ id: number; text: string }[]>([]);
  const [toasts, setToasts] = useState<(Toast & { id: number })[]>([]);
  const next = useRef(0);

  const announce = useCallback((text: string) => {
    const id = (next.current += 1);
    setSaid((all) => [...all.slice(-9), { id, text }]);
  }, []);
  const toast = useCallback((one: Toast) => {
    const id = (next.current += 1);
    setToasts((all) => [...all.slice(-2), { ...one, id }]);
  }, []);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const voices = useMemo(() => ({ announce, toast }), [announce, toast]);

  return (
    <Context.Provider value={voices}>
      {children}
      <div className="sr top-0 left-0" role="log" aria-live="polite" aria-label="Announcements">
        {said.map((line) => (
          <p key={line.id}>{line.text}</p>
        ))}
      </div>
      <div className="toasts">
        {toasts.map((one) => (
          <ToastNotice key={one.id} toast={one} onDone={() => drop(one.id)} />
        ))}
      </div>
    </Context.Provider>
  );
}

function ToastNotice({ toast, onDone }: { toast: Toast; onDone: () => void }) {
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    const timer = setTimeout(() => done.current(), TOAST_MS);
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && done.current();
    addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', onKey);
    };
  }, []);
  const { action } = toast;
  return (
    <Notice
      tone={toast.tone ?? 'plain'}
      action={
        <>
          {action && (
            <Button
              size="sm"
              onClick={() => {
                action.onPress();
                onDone();
              }}
            >
              {action.label}
            </Button>
          )}
          <Button size="sm" variant="plain" square aria-label="Dismiss" onClick={onDone}>
            <Icon as={X} />
          </Button>
        </>
      }
    >
      {toast.text}
    </Notice>
  );
}
