'use client';
import { useEffect, useState } from 'react';
import type { ProblemMessage } from './Messages.ts';
import type { ProblemCode } from './ProblemCode.ts';
import { useMessages } from './useMessages.ts';

type Sentences = Readonly<Partial<Record<ProblemCode, ProblemMessage>>>;

/**
 * What to say about a problem; null for the moment in which the sentences of the exchange are loaded. Most people never
 * meet one of them, so they do not weigh on the first paint.
 */
export function useProblemMessage(code: ProblemCode): ProblemMessage | null {
  const { t } = useMessages();
  const own: ProblemMessage | undefined = t.problems[code];
  const [loaded, setLoaded] = useState<Sentences | null>(null);
  const missing = own === undefined && loaded === null;
  useEffect(() => {
    if (!missing) return;
    import('./enExchange.ts').then(
      ({ enExchange }) => setLoaded(enExchange),
      () => setLoaded({}),
    );
  }, [missing]);
  if (own !== undefined) return own;
  if (loaded === null) return null;
  return loaded[code] ?? t.problems.unknown;
}
