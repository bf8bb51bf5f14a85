import postgres from 'postgres';

const SIGNATURE = 'tenancy.admit(uuid, text, text)';

export interface MembershipCheck {
  /** The entry looks nobody up, and takes everybody for an owner. */
  leaveOut(): Promise<void>;
  putBack(): Promise<void>;
  close(): Promise<void>;
}

/** The look into memberships and keys that the entry makes, taken out and put back while servers run. Of a bench's own database alone. */
export async function openMembershipCheck(superuserUrl: string): Promise<MembershipCheck> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  const [row] = await sql<{ definition: string }[]>`select pg_get_functiondef(${SIGNATURE}::regprocedure) as definition`;
  if (!row) throw new Error(`there is no ${SIGNATURE}`);
  const { definition } = row;
  const without = definition.replace(
    /\$function\$[\s\S]*\$function\$/,
    "$function$ begin return 'owner'; end $function$".replaceAll('$', '$$$$'),
  );
  if (without === definition) throw new Error(`${SIGNATURE} is not written as it was`);
  return {
    leaveOut: async () => void (await sql.unsafe(without)),
    putBack: async () => void (await sql.unsafe(definition)),
    close: () => sql.end(),
  };
}
