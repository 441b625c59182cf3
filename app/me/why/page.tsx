import type { Metadata } from 'next';
import { Lock } from 'lucide-react';
import { currentPerson } from '@/app/current-person';
import { LabBar } from '@/app/lab-bar';
import { PersonMenu } from '@/app/person-menu';
import { labsOf } from '@/db/labs';
import { growthOf, reflectionsOf, sharingOf, type Reflection } from '@/db/why';
import { ageText, isStale, REFLECTIONS } from '@/domain/why';
import { Icon } from '@/ui/icon';
import { TopBar } from '@/ui/top-bar';
import { GrowthLog } from './growth-log';
import { Question } from './question';

export const metadata: Metadata = { title: 'My why' };

/** One's own answers to the six buy-in questions, and the growth log. Nobody else ever sees this page. */
export default async function WhyPage() {
  const person = await currentPerson();
  const [labs, answers, growth, sharing] = await Promise.all([
    labsOf(person.id),
    reflectionsOf(person.id),
    growthOf(person.id),
    sharingOf(person.id),
  ]);
  const only = labs.length === 1 ? labs[0] : undefined;
  const now = serverNow();
  return (
    <>
      {only ? (
        <LabBar person={person} membership={only} />
      ) : (
        <TopBar>
          <PersonMenu person={person} />
        </TopBar>
      )}
      <main id="main" className="page">
        <h1>My why</h1>
        <p className="row top mt-3 gap-[9px] text-ink-2">
          <Icon as={Lock} />
          <span>Only you can read this page. What you share, and nothing else, the lab can read under your name.</span>
        </p>
        <div className="why-columns">
          <section aria-label="Six questions">
            {REFLECTIONS.map((question, index) => {
              const own = answers.filter((answer) => answer.question === question);
              const latest = own[0];
              return (
                <Question
                  key={question}
                  userId={person.id}
                  question={question}
                  number={index + 1}
                  answers={own}
                  comesBack={question === 'still' ? staleAge(latest, now) : undefined}
                  labs={sharing}
                />
              );
            })}
          </section>
          <GrowthLog userId={person.id} entries={growth} labs={sharing} now={now} />
        </div>
      </main>
    </>
  );
}

function staleAge(latest: Reflection | undefined, now: number): string | undefined {
  return latest && isStale(latest.writtenAt, now) ? ageText(latest.writtenAt, now) : undefined;
}

function serverNow(): number {
  return Date.now();
}
