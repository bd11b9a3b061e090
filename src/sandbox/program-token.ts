/** The bearer token with which the program comes to the sandbox's Partner Center. */
export const PROGRAM_TOKEN = 'sandbox';
/** The one with which it registers for events: of another resource, as at the real service. */
export const EVENTS_TOKEN = 'sandbox-events';
/** Before a person's Entra id: what the program brings that writes with that person's own right. */
export const PERSON_TOKEN = 'sandbox-person-';
