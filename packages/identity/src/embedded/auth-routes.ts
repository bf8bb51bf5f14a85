import { EmailAddress } from '@ringfence/domain';
import { z } from 'zod';

const PASSWORD_LENGTHS = { shortest: 8, longest: 128 };

/** A password that is to be; one that is tried may have been made under other rules. */
export const NewPassword = z.string().min(PASSWORD_LENGTHS.shortest).max(PASSWORD_LENGTHS.longest);
const TriedPassword = z.string().max(PASSWORD_LENGTHS.longest);
const Name = z.string().trim().min(1).max(200);

export const SignUp = z.strictObject({ name: Name, email: EmailAddress, password: NewPassword });
export const RequestReset = z.strictObject({ email: EmailAddress });

export interface AuthRoute {
  readonly method: 'GET' | 'POST';
  readonly path: `/auth/${string}`;
  /** What a body may hold and nothing else; a route without one is asked without a body. */
  readonly body?: z.ZodType<Record<string, unknown>>;
}

/** All that is reachable under `/auth`: of better-auth's routes these alone; e-mail change, account deletion and the rest are not. */
export const AUTH_ROUTES: readonly AuthRoute[] = [
  { method: 'POST', path: '/auth/sign-up/email', body: SignUp },
  {
    method: 'POST',
    path: '/auth/sign-in/email',
    body: z.strictObject({ email: z.string().max(300), password: TriedPassword, rememberMe: z.boolean().optional() }),
  },
  { method: 'POST', path: '/auth/sign-out', body: z.strictObject({}) },
  { method: 'POST', path: '/auth/change-password', body: z.strictObject({ currentPassword: TriedPassword, newPassword: NewPassword }) },
  { method: 'POST', path: '/auth/request-password-reset', body: RequestReset },
  { method: 'POST', path: '/auth/reset-password', body: z.strictObject({ token: z.string().min(1).max(200), newPassword: NewPassword }) },
  { method: 'POST', path: '/auth/update-user', body: z.strictObject({ name: Name }) },
  { method: 'GET', path: '/auth/get-session' },
  { method: 'GET', path: '/auth/token' },
  { method: 'GET', path: '/auth/jwks' },
];
