/** Who may enter a tenant; each kind has its own check in the database. */
export type ActorKind = 'user' | 'api-key' | 'connection' | 'job' | 'operator';

export interface Actor {
  readonly kind: ActorKind;
  /** Letters, digits, `-` and `_` alone, so that it can stand in a signed context. */
  readonly id: string;
}

/** An organisation and who acts in it: all that is needed to enter, and nothing that is believed without a look. */
export interface Caller {
  readonly orgId: string;
  readonly actor: Actor;
}
