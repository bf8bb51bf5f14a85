import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { type Bucket, objectOf } from './bucket.ts';
import { asUnavailable } from './s3-failure.ts';

/** S3 itself is quiet about what isn't there. In a bucket that keeps versions, its own rules end the hidden ones. */
export async function removeObject(bucket: Bucket, key: string): Promise<void> {
  try {
    await bucket.client.send(new DeleteObjectCommand(objectOf(bucket, key)));
  } catch (error) {
    throw asUnavailable(error);
  }
}
