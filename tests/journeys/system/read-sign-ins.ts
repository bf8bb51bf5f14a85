export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly organization: string;
}

/** The sign-ins that stand below the ready line: e-mail, password, organisation, two spaces or more apart. */
export function readSignIns(lines: readonly string[]): SignIn[] {
  return lines.slice(1).map((line) => {
    const [email, password, organization, ...rest] = line.split(/ {2,}/);
    if (!email?.includes('@') || !password || !organization || rest.length > 0) throw new Error(`This is no sign-in: ${line}`);
    return { email, password, organization };
  });
}
