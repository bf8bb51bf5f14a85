/** Where the API is, and the key or token of whoever asks. Ends the program with status 2 when one is missing. */
export function readEnv(): { readonly url: string; readonly apiKey: string } {
  const { RINGFENCE_URL: url = 'http://127.0.0.1:4000', RINGFENCE_API_KEY: apiKey } = process.env;
  if (apiKey) return { url, apiKey };
  console.error('RINGFENCE_API_KEY is missing: a key from Settings → API keys, or a bearer token.');
  process.exit(2);
}
