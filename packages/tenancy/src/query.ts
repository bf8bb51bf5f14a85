/** Asks the database; any driver fits. Without values the text may hold several statements, as it does in migrations. */
export type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
