/** All of an answer that a caller can see, but what differs for everybody: dates, and the id of the request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const FOR_EVERYBODY = ['date', 'connection', 'keep-alive'];
/** A stream is read for so long: what it opens with is its answer. */
const STREAM_MS = 1_000;

/** Sends a request and reads its answer whole; of a stream, what comes at once. */
export async function answerTo(url: string, init: RequestInit = {}): Promise<Answer> {
  const stop = new AbortController();
  const response = await fetch(url, { ...init, redirect: 'manual', signal: stop.signal });
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !FOR_EVERYBODY.includes(name)));
  const isStream = headers['content-type']?.startsWith('text/event-stream') === true;
  const body = isStream ? await beginningOf(response, stop) : Buffer.from(await response.arrayBuffer()).toString('latin1');
  return { status: response.status, headers, body: body.replaceAll(/(log has it under |"reference":")[0-9a-f-]{36}/g, '$1…') };
}

async function beginningOf(response: Response, stop: AbortController): Promise<string> {
  const timer = setTimeout(() => stop.abort(), STREAM_MS);
  let text = '';
  try {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString();
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  return text;
}
