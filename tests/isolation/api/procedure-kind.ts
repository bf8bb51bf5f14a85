export type ProcedureKind = 'query' | 'mutation' | 'subscription';
