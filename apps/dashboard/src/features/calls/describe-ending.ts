/** A provider's reason ("customer-ended-call", "no-answer") as words: "Customer ended call". */
export function describeEnding(reason: string): string {
  const words = reason.replaceAll(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
