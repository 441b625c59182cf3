'use client';

import type { RollCallItem } from '@/domain/session/state';
import { FINAL_OUTCOMES, LIMITS } from '@/domain/vocabulary';
import { Choices } from '@/ui/choices';
import { Button } from '@/ui/button';
import { Spark } from '@/ui/icon';
import { TextareaField } from '@/ui/input';
import { LookingBack } from '@/ui/looking-back';
import { OUTCOME_OPTIONS, OutcomeTag } from '@/ui/outcomes';
import { LocalTime } from '@/ui/time';
import { LiveVoice } from '@/ui/live-voice';
import { byKey } from '../bar/shortcut-table';
import { useRoom } from '../connection/use-room';
import { firstNameOf, may } from '../select';
import { useDoing, useHeld, useSession } from '../use-session';
import { sends } from '../writing';
import { namesOf } from './commitment';
import type { useCheckIn } from './use-check-in';

interface DidItMoveProps {
  item: RollCallItem;
  checkIn: ReturnType<typeof useCheckIn>;
}

/** What became of it: recorded at once and changeable until the session ends; or read out, where it was said before. */
export function DidItMove({ item, checkIn }: DidItMoveProps) {
  const records = useRoom((view) => may(view, 'checkin.record', { owner: item.repId }));
  const first = useRoom((view) => firstNameOf(view, item.repId));
  const readOut = item.checkedIn && !item.checkIn;
  return (
    <section aria-labelledby="did-it-move" className="border-t border-rule pt-[22px]">
      <h2 id="did-it-move">Did it move?</h2>
      {readOut || !records ? (
        <ReadOut item={item} />
      ) : (
        <>
          <p className="soft mt-[6px] mb-4">{first} says, or a host records it.</p>
          <Recording item={item} checkIn={checkIn} />
        </>
      )}
    </section>
  );
}

function ReadOut({ item }: { item: RollCallItem }) {
  const became = item.checkIn ?? item.checkedIn;
  const timeZone = useSession((state) => state.settings.timeZone);
  const first = useRoom((view) => firstNameOf(view, item.repId));
  if (!became) return <p className="soft mt-[6px]">{first} says, or a host records it.</p>;
  return (
    <div className="mt-4">
      <OutcomeTag outcome={became.outcome} className="text-5" />
      {became.note && <LiveVoice className="mt-2">{became.note}</LiveVoice>}
      {!item.checkIn && (
        <p className="meta mt-2">
          Checked in on <LocalTime at={became.at} form="day" zone={timeZone} stop /> Read out, not asked again.
        </p>
      )}
    </div>
  );
}

function Recording({ item, checkIn }: DidItMoveProps) {
  const held = useHeld();
  const recording = useDoing('checkin.record');
  const heard = useRoom((view) => namesOf(view, item.usesOf));
  return (
    <>
      <Choices
        look="buttons"
        legend="Outcome"
        hideLegend
        options={OUTCOME_OPTIONS}
        value={checkIn.outcome ?? null}
        disabled={held !== undefined || recording}
        onChange={(outcome) => void checkIn.record(outcome)}
      />
      {held && <p className="meta mt-2">{held}</p>}
      <TextareaField
        {...byKey('write')}
        fieldClassName="mt-6"
        label="In one line, what happened"
        rows={3}
        maxLength={LIMITS.field}
        value={checkIn.note}
        onChange={(event) => checkIn.writeNote(event.target.value)}
        onKeyDown={(event) => {
          if (sends(event)) checkIn.saveNote();
        }}
      />
      {checkIn.outcome && checkIn.unsaved && (
        <Button size="sm" className="mt-[10px]" reason={held} pending={recording} onClick={checkIn.saveNote}>
          Keep this line
        </Button>
      )}
      {checkIn.outcome && FINAL_OUTCOMES.includes(checkIn.outcome) && (
        <div className="mt-6">
          <LookingBack
            value={checkIn.lookingBack}
            onChange={checkIn.lookBack}
            disabled={held !== undefined || recording}
          />
        </div>
      )}
      {heard && (
        <p className="meta row mt-[10px] gap-2">
          <Spark />
          {heard} {item.usesOf.length > 1 ? 'hear' : 'hears'} what became of their words.
        </p>
      )}
    </>
  );
}
