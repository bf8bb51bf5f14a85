/**
 * The one host that may be given an account's auth token, and those to which it may lead, which never are.
 * Source: Twilio, Recordings resource (media at api.twilio.com); media hosts of its public documentation and buckets of its regions.
 */
export const TWILIO_API_HOSTS = ['api.twilio.com'];
export const TWILIO_MEDIA_HOSTS = [
  'api.twilio.com',
  'media.twiliocdn.com',
  'mms.twiliocdn.com',
  's3.amazonaws.com',
  's3-external-1.amazonaws.com',
  '*.s3.amazonaws.com',
  '*.s3.us-east-1.amazonaws.com',
  '*.s3.eu-west-1.amazonaws.com',
  '*.s3.ap-southeast-2.amazonaws.com',
];
