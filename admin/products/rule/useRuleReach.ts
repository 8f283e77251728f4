import { useEffect, useState } from 'react';
import type { RuleReach } from '../../generated/schema';
import { useLocale } from '../../shared/useLocale';
import { useSettled } from '../../shared/useSettled';

/** How long the typing rests before the counts are asked for. */
const restMs = 150;
const retryMs = 3_000;

/** pending: the first answer is awaited; invalid: what was written is no rule yet; unavailable: no counts for this reader. */
export type Reach =
  | { readonly state: 'pending' | 'invalid' | 'unavailable' }
  | { readonly state: 'told'; readonly reach: RuleReach; readonly isFresh: boolean };

/** How many firms a rule that is being written reaches: told at once, and again when the city changes. */
export function useRuleReach(question: object): Reach {
  const asked = JSON.stringify(question);
  const settled = useSettled(asked, restMs);
  const locale = useLocale();
  const [heard, setHeard] = useState<{ readonly of: string; readonly reach: Reach }>({ of: '', reach: { state: 'pending' } });
  useEffect(() => {
    const leaving = new AbortController();
    const follow = async () => {
      while (!leaving.signal.aborted) {
        const ended = await listen(settled, { locale, signal: leaving.signal }, reach => setHeard({ of: settled, reach }));
        if (ended === 'for good') return;
        await new Promise(resolve => setTimeout(resolve, retryMs));
      }
    };
    follow().catch(() => undefined);
    return () => leaving.abort();
  }, [settled, locale]);
  return heard.reach.state === 'told' ? { ...heard.reach, isFresh: heard.of === asked } : heard.reach;
}

async function listen(
  body: string,
  { locale, signal }: { readonly locale: string; readonly signal: AbortSignal },
  tell: (reach: Reach) => void,
): Promise<'for good' | 'for now'> {
  try {
    const response = await fetch('/live/rule-reach', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'accept-language': locale },
      body,
      signal,
    });
    if (!response.ok || !response.body) {
      tell({ state: response.status === 400 ? 'invalid' : 'unavailable' });
      return response.status === 429 ? 'for now' : 'for good';
    }
    await readEvents(response.body, data => tell({ state: 'told', reach: JSON.parse(data) as RuleReach, isFresh: true }));
  } catch {
    // The page was left or the connection broke: the one needs nothing, the other another try.
  }
  return 'for now';
}

/** Hands over the data of each server-sent event. */
async function readEvents(body: ReadableStream<Uint8Array>, onData: (data: string) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let unread = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (unread + value).split('\n\n');
    unread = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) onData(data);
    }
  }
}
