import { expect, test } from 'vitest';
import { verifyVapiSecret } from './verify-vapi-secret.ts';

test('the secret is taken from either header that Vapi may be told to use', () => {
  expect(verifyVapiSecret('s3cret', { secret: 's3cret', authorization: undefined })).toBe(true);
  expect(verifyVapiSecret('s3cret', { secret: undefined, authorization: 'Bearer s3cret' })).toBe(true);
  expect(verifyVapiSecret('s3cret', { secret: undefined, authorization: 'bearer s3cret' })).toBe(true);
});

test('ATK-102: no, another, a longer or a shorter secret is refused', () => {
  for (const secret of [undefined, '', 'S3CRET', 's3cret ', 's3cre', 's3crets']) {
    expect(verifyVapiSecret('s3cret', { secret, authorization: undefined })).toBe(false);
  }
  for (const authorization of ['Bearer', 'Bearer ', 'Basic s3cret', 's3cret', 'Bearer s3cret2']) {
    expect(verifyVapiSecret('s3cret', { secret: undefined, authorization })).toBe(false);
  }
  expect(verifyVapiSecret('s3cret', { secret: 'wrong', authorization: 'Bearer s3cret' })).toBe(false);
  expect(verifyVapiSecret('', { secret: '', authorization: 'Bearer ' })).toBe(false);
});
