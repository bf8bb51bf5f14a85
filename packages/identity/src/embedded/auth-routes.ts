import { ChangePassword, RenameUser, RequestPasswordReset, ResetPassword, SignUp, TriedPassword } from '@ringfence/domain/session';
import { z } from 'zod';

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
  { method: 'POST', path: '/auth/change-password', body: ChangePassword },
  { method: 'POST', path: '/auth/request-password-reset', body: RequestPasswordReset },
  { method: 'POST', path: '/auth/reset-password', body: ResetPassword },
  { method: 'POST', path: '/auth/update-user', body: RenameUser },
  { method: 'GET', path: '/auth/get-session' },
  { method: 'GET', path: '/auth/token' },
  { method: 'GET', path: '/auth/jwks' },
];
