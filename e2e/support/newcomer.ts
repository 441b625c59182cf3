import { expect } from '@playwright/test';
import { Screen } from './screen';

/** What everybody signs in with who has not chosen another. */
export const PASSWORD = 'a whetstone keeps its edge';

/** Somebody on their way into a lab, or who lets others in. */
export class Newcomer extends Screen {
  /** The first visitor makes the first host and the lab. */
  async firstRun(labName: string): Promise<void> {
    const { page } = this;
    await page.goto('/');
    await page.getByLabel('Your name').fill(this.name);
    await page.getByLabel('Email').fill(this.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByLabel('Name', { exact: true }).fill(labName);
    await page.getByRole('button', { name: 'Make the account and the lab' }).click();
    await expect(page).toHaveURL(/\/labs\//);
  }

  /** Makes an invitation link for a role, and gives its address. */
  async invite(role: 'rep' | 'host' | 'observer'): Promise<string> {
    const { page } = this;
    await page.goto(`${this.labPath}/members`);
    await page.getByRole('button', { name: 'New invitation link' }).click();
    await page.getByLabel('As', { exact: true }).selectOption(role);
    await page.getByRole('button', { name: 'Make the link' }).click();
    return page.getByLabel('Copy it now: it is not shown again').inputValue();
  }

  /** Makes a link by which guests listen in to the next session, and gives its address. */
  async inviteGuest(): Promise<string> {
    const { page } = this;
    await this.go('members');
    await page.getByRole('button', { name: 'New guest link' }).click();
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByLabel('Copy it now: it is not shown again').inputValue();
    await page.keyboard.press('Escape');
    return link;
  }

  /** Shows the lab to everybody, with a few words. */
  async publish(about: string): Promise<void> {
    await this.go('settings');
    await this.page.getByLabel('What the lab is').fill(about);
    await this.page.getByRole('switch', { name: /Show the public page/ }).click();
    await this.press('Save the public page');
    await this.sees(/\/join\//);
  }

  /** Asks to join a lab by its public page. */
  async askToJoin(slug: string, deal: string): Promise<void> {
    const { page } = this;
    await page.goto(`/join/${slug}`);
    await page.getByLabel('Your name').fill(this.name);
    await page.getByLabel('Email').fill(this.email);
    await page.getByLabel('What do you sell').fill('Scheduling software to hospitals.');
    await page.getByLabel('The deal you would bring first').fill(deal);
    await this.press('Send to the hosts');
    await this.heading('The hosts have it');
  }

  /** Follows an invitation as somebody new, and agrees to the pledge. */
  async join(link: string): Promise<void> {
    const { page } = this;
    await page.goto(new URL(link).pathname);
    await page.getByLabel('Your name').fill(this.name);
    const email = page.getByLabel('Email');
    // The answer to a request has the address already, for good.
    if (await email.isEditable()) await email.fill(this.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: /Make an account and join/ }).click();
    await expect(page).toHaveURL(/\/labs\//);
    await this.agree();
  }

  /** Signs in on this device, by their own account or by one that was made for them. */
  async signIn({ email, password } = { email: this.email, password: PASSWORD }): Promise<void> {
    const { page } = this;
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await this.press('Sign in');
    await expect(page).not.toHaveURL(/sign-in/);
  }

  /** Agrees to the pledge, where it is asked for. */
  async agree(): Promise<void> {
    await this.page.goto(`${this.labPath}/pledge`);
    await this.page.getByRole('checkbox').check();
    await this.page.getByRole('button', { name: 'Go on' }).click();
    await expect(this.page).not.toHaveURL(/pledge/);
  }
}
