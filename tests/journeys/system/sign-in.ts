import type { Page } from 'playwright-core';
import type { SignIn } from './read-sign-ins.ts';

/** Signs in by the page, and waits for what is shown then: the list of calls. */
export async function signIn(page: Page, url: string, person: Pick<SignIn, 'email' | 'password'>): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await enter(page, person);
}

/** The same on a page that shows the form already. */
export async function enter(page: Page, { email, password }: Pick<SignIn, 'email' | 'password'>): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('table').waitFor();
}
