import type { S3Client } from '@aws-sdk/client-s3';

/** A bucket as the commands need it: whom to ask, and where our keys begin. */
export interface Bucket {
  readonly client: S3Client;
  readonly name: string;
  readonly prefix: string;
}

/** What names an object in a command. */
export function objectOf({ name, prefix }: Bucket, key: string): { Bucket: string; Key: string } {
  return { Bucket: name, Key: prefix + key };
}
