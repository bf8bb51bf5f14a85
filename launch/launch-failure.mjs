/** What stands in the way of a launch, in one line for the person at the terminal. */
export class LaunchFailure extends Error {}
