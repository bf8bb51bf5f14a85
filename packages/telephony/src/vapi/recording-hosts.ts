/**
 * The API's hosts, which alone may be given the private key, and those to which they may lead: Vapi's storage in its generations.
 * Source: Vapi, "Retrieve call artifacts" (302 to a short-lived address); addresses of recorded messages 2024 to 2026.
 */
export const VAPI_API_HOSTS = ['api.vapi.ai', 'api.eu.vapi.ai'];
export const VAPI_STORAGE_HOSTS = [
  'storage.vapi.ai',
  'auth.vapi.ai',
  '*.r2.cloudflarestorage.com',
  'storage.supabase.co',
  '*.storage.supabase.co',
];
