/** Words are English everywhere; hours and telephone numbers follow the viewer. */
export interface ViewerLocale {
  readonly is12Hour: boolean;
  /** ISO 3166 country, upper case. */
  readonly country: string;
}

/** Reads the browser's languages, most wanted first. Odd ones (`en-US@posix`) are passed over. */
export function readViewerLocale(languages: readonly string[]): ViewerLocale {
  const language = languages.find((tag) => /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag)) ?? 'en-GB';
  const { hourCycle } = new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions();
  const country = new Intl.Locale(language).maximize().region;
  return { is12Hour: hourCycle === 'h12' || hourCycle === 'h11', country: country ?? 'GB' };
}
