const KEY = 'ringfence.reloaded-at';
/** A second failure so soon isn't mended by loading again. */
const PAUSE_MS = 30_000;

/** After an update the parts of an open page are gone from the server: load the new page, once. */
export function reloadWhenOutdated(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(KEY) ?? 0);
    if (Date.now() - last < PAUSE_MS) return;
    sessionStorage.setItem(KEY, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
