'use client';

import './globals.css';

/** The last resort, where even the frame of the page failed. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Something broke · Whetstone</title>
      </head>
      <body>
        <main id="main" className="page narrow">
          <h1>Something broke on our side</h1>
          <p className="soft mt-4">The page could not be drawn. Nothing that was sent is lost.</p>
          <div className="row wrap mt-6">
            <button type="button" className="btn ink" onClick={reset}>
              Try again
            </button>
            {/* A page loaded anew: the router is of the frame that failed. */}
            <form action="/">
              <button className="btn">Back to your lab</button>
            </form>
          </div>
        </main>
      </body>
    </html>
  );
}
