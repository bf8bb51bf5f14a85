export { ChangePassword } from './change-password.ts';
export { PASSWORD_LENGTHS, TriedPassword } from './password.ts';
export { RenameUser } from './rename-user.ts';
export { RequestPasswordReset } from './request-password-reset.ts';
export { ResetPassword } from './reset-password.ts';
export { SignUp } from './sign-up.ts';
