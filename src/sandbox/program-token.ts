/** The bearer token with which the program comes to the sandbox's Partner Center. */
export const PROGRAM_TOKEN = 'sandbox';
