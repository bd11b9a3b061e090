/**
 * The titles of Partner Center's bulk file of co-sell deals, in their order (bulk-operations page, 2021). `#`: as many columns as
 * there are entries, with their numbers.
 */
export const LAYOUT = [
  ...['Errors', 'Engagement ID', 'Referral ID', 'Deal Name', 'Customer Name', 'Customer Address Line 1'],
  ...['Customer Address Line 2', 'Customer City', 'Customer State', 'Customer Postal Code'],
  ...['Customer Country', 'Customer D-U-N-S ID', 'Customer Contact First Name', 'Customer Contact Last Name'],
  ...['Customer Contact Phone Number', 'Customer Contact Email Address', 'Partner Referral Status'],
  ...['Partner Referral Substatus', 'Microsoft Referral Status', 'Declined/Lost reason', 'Sales Stage'],
  ...['Estimated Deal Value', 'Currency', 'Estimated Close Date', 'CRM ID', 'Marketing Campaign ID', 'Notes'],
  ...['Microsoft help required?', 'What specific help from Microsoft?', 'Share with Microsoft sales team'],
  ...['Notes to Microsoft', 'Consent to share Customer/Partner contact', 'CLA number', 'Device category'],
  ...[
    'Silicon type',
    'Azure certified device',
    'Attach services',
    'Microsoft MSX ID',
    'Migrated PSC deal ID',
  ],
  ...['MPN ID', 'Solution #', 'Team member #', 'Microsoft team member 1', 'Marketplace Purchase Intent'],
] as const;
