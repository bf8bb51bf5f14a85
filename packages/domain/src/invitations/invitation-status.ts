export type InvitationStatus = 'open' | 'accepted' | 'expired' | 'revoked';
