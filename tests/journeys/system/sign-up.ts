import type { Page } from 'playwright-core';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Fills in the form that a page shows, and sends it. */
export async function signUp(page: Page, { name, email, password }: NewPerson): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign up' }).click();
}
