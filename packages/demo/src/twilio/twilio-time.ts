/** RFC 2822 as Twilio writes it, whole seconds: `Thu, 12 Feb 2026 11:48:25 +0000`. */
export function twilioTime(instant: Date): string {
  return instant.toUTCString().replace('GMT', '+0000');
}
