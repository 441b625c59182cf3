import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Lock } from 'lucide-react';
import { v7 as newId } from 'uuid';
import { zoneGroups } from '@/app/time-zones';
import { anyAccount } from '@/db/people';
import { Icon } from '@/ui/icon';
import { TopBar } from '@/ui/top-bar';
import { FirstRunForm } from './first-run-form';

export const metadata: Metadata = { title: 'Set up' };
export const dynamic = 'force-dynamic';

export default async function FirstRunPage() {
  if (await anyAccount()) redirect('/');
  return (
    <>
      <TopBar>
        <span className="meta">First run</span>
      </TopBar>
      <main id="main" className="page">
        <div className="first-run">
          <aside>
            <h1>You are the first one here</h1>
            <p className="voice soft mt-4 text-5">
              Make your host account and name the lab. Two minutes, and you can send invitations before your coffee is
              cold.
            </p>
            <p className="meta row top mt-6">
              <Icon as={Lock} />
              <span>This page closes for good once the first host exists.</span>
            </p>
          </aside>
          <FirstRunForm id={newId()} zones={zoneGroups()} />
        </div>
      </main>
    </>
  );
}
