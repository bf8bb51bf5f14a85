/** Whether server, database and worker are all usable. */
export async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false; // nobody listens, which is an answer too
  }
}
