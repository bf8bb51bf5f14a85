/** Twilio's ids: two letters and 32 hexadecimal digits. Read generously, since to us they are only names. */
export const CALL_SID = /^CA[0-9a-zA-Z_-]{1,64}$/;
export const RECORDING_SID = /^RE[0-9a-zA-Z_-]{1,64}$/;
export const ACCOUNT_SID = /^AC[0-9a-zA-Z_-]{1,64}$/;
