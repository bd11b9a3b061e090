/** Microsoft's own record of a deal that it is invited to. */
export const isMicrosofts = ({ organizationId }) => organizationId === 'msft';
