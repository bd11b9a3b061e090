/** Fictitious companies of Microsoft's documentation, and customers like them. */
export const COMPANIES = [
  ...['Tailspin Toys', 'Northwind Traders', 'Adventure Works Cycles', 'Fourth Coffee', 'Woodgrove Bank'],
  ...[
    'Wide World Importers',
    'Litware',
    'Trey Research',
    'VanArsdel',
    'Alpine Ski House',
    'Blue Yonder Airlines',
  ],
  ...['City Power & Light', 'Coho Vineyard', 'Consolidated Messenger', 'Graphic Design Institute'],
  ...['Humongous Insurance', 'Lucerne Publishing', "Margie's Travel", "Munson's Pickles and Preserves Farm"],
  ...[
    'School of Fine Art',
    'Southridge Video',
    'Bellows College',
    'Best For You Organics',
    'First Up Consultants',
  ],
  ...['Lamna Healthcare', 'Nod Publishers', 'Fabrikam Residences', 'Wingtip Toys', 'Proseware', 'Relecloud'],
];

export interface City {
  readonly city: string;
  readonly country: string;
  readonly postalCode: string;
  readonly street: string;
  readonly state?: string;
  readonly phone: string;
  readonly currency: string;
}

const city = (
  city: string,
  country: string,
  postalCode: string,
  street: string,
  phone: string,
  currency: string,
): City => ({
  ...{ city, country, postalCode, street, phone, currency },
});

export const CITIES: readonly City[] = [
  city('Bonn', 'DE', '53111', 'Münsterstraße 18', '+49228555', 'EUR'),
  city('Lyon', 'FR', '69002', 'Rue de la République 41', '+33478555', 'EUR'),
  city('Leeds', 'GB', 'LS1 4AP', '12 Wellington Street', '+44113496', 'GBP'),
  city('Zürich', 'CH', '8005', 'Hardstrasse 201', '+4144555', 'CHF'),
  { ...city('Portland', 'US', '97205', '820 SW Salmon Street', '+1503555', 'USD'), state: 'OR' },
  city('Utrecht', 'NL', '3511 LX', 'Oudegracht 120', '+3130555', 'EUR'),
  city('Malmö', 'SE', '211 22', 'Norra Vallgatan 64', '+4640555', 'SEK'),
  city('Valencia', 'ES', '46002', 'Carrer de les Barques 9', '+34960555', 'EUR'),
  city('Graz', 'AT', '8010', 'Sporgasse 23', '+43316555', 'EUR'),
  { ...city('Halifax', 'CA', 'B3J 1S9', '1741 Brunswick Street', '+1902555', 'CAD'), state: 'NS' },
  city('Kraków', 'PL', '31-042', 'Rynek Główny 17', '+4812555', 'PLN'),
  city('Bologna', 'IT', '40121', 'Via dell’Indipendenza 33', '+39051555', 'EUR'),
  city('Cork', 'IE', 'T12 W8RR', '58 South Mall', '+35321555', 'EUR'),
  { ...city('Brisbane', 'AU', '4000', '145 Eagle Street', '+617555', 'AUD'), state: 'QLD' },
  city('Aarhus', 'DK', '8000', 'Store Torv 6', '+4586555', 'DKK'),
  city('Porto', 'PT', '4000-322', 'Rua de Santa Catarina 88', '+351220555', 'EUR'),
  { ...city('Austin', 'US', '78701', '401 Congress Avenue', '+1512555', 'USD'), state: 'TX' },
];

export interface Need {
  readonly notes: string;
  readonly product: string;
  readonly service: string;
  readonly industry: string;
  readonly size: string;
  /** A catalogue id and name, for co-sell. */
  readonly solution: readonly [id: string, name: string];
  readonly dealValue: number;
}

const need = (
  notes: string,
  [product, service, industry, size]: readonly [string, string, string, string],
  solution: Need['solution'],
  dealValue: number,
): Need => ({ ...{ notes, product, service, industry, size }, solution, dealValue });

export const NEEDS: readonly Need[] = [
  need(
    'We are 80 people on an old mail server and want to be on Microsoft 365 before the summer. Can you move us without losing mail, and show our people Teams?',
    ['Microsoft365', 'DeploymentOrMigration', 'Retail & Consumer Goods', '51to250employees'],
    ['SOL-20481-MIG', 'Mail to Microsoft 365 in 10 Days'],
    24000,
  ),
  need(
    'Our ERP runs on two servers that nobody dares to restart. We look for somebody who moves it to Azure and keeps it running.',
    ['Azure', 'DeploymentOrMigration', 'Manufacturing', '251to1000employees'],
    ['SOL-31127-AZR', 'Managed SAP on Azure'],
    185000,
  ),
  need(
    'Sales, stock and finance each have their own figures. We want one report that all trust, in Power BI, refreshed every night.',
    ['PowerBI', 'ConsultingAndProfessional', 'Wholesale & Distribution', '51to250employees'],
    ['SOL-18850-BI', 'Trusted Figures for Power BI'],
    38000,
  ),
  need(
    'After a phishing incident our insurer asks for multi-factor sign-in and device management on 600 laptops within the quarter.',
    ['EnterpriseMobilityAndSecurity', 'ManagedServices', 'Financial Services', '251to1000employees'],
    ['SOL-44012-SEC', 'Zero Trust Quick Start'],
    92000,
  ),
  need(
    'Our field engineers still write job sheets on paper. We saw Dynamics 365 Field Service at a fair and want a pilot with 25 people.',
    ['Dynamics365Enterprise', 'CustomSolution(ISV)', 'Power & Utilities', '1001to5000employees'],
    ['SOL-27734-FSM', 'Field Service in a Box'],
    140000,
  ),
  need(
    'Three campuses, 4,000 students, one small IT team: we need help with Teams for classes and with guest accounts.',
    ['Teams', 'LearningAndCertification', 'Education', '251to1000employees'],
    ['SOL-15209-EDU', 'Teams Classrooms'],
    46000,
  ),
  need(
    'We keep patient letters in network folders. They should be in SharePoint, searchable, with who may see what settled properly.',
    ['SharePoint', 'Integration', 'Healthcare', '1001to5000employees'],
    ['SOL-39006-DOC', 'Care Records for SharePoint'],
    118000,
  ),
  need(
    'Twelve people, growing fast. We want to replace QuickBooks and spreadsheets by Business Central and need someone near us.',
    ['Dynamics365Business', 'ConsultingAndProfessional', 'Hospitality', '10to50employees'],
    ['SOL-22318-ERP', 'Business Central Ready to Run'],
    27500,
  ),
  need(
    'SQL Server 2014 goes out of support for us. 40 databases, some of them large; we want them in Azure with a plan for going back.',
    ['SQL', 'DeploymentOrMigration', 'Travel & Transportation', '5001to10000employees'],
    ['SOL-30555-SQL', 'Database Modernization Factory'],
    210000,
  ),
  need(
    'We would like an assistant over our manuals for the hotline: 9,000 pages, German and English, answers with the page number.',
    ['Azure', 'CustomSolution(ISV)', 'Manufacturing', '1001to5000employees'],
    ['SOL-51870-AI', 'Grounded Answers on Azure'],
    76000,
  ),
  need(
    'Our council wants to leave its old telephone system. 220 desks, a reception, and a hotline with opening hours.',
    ['Teams', 'IPServices(ISV)', 'Government', '251to1000employees'],
    ['SOL-33471-TEL', 'Teams Phone for Public Offices'],
    64000,
  ),
  need(
    'Backup of 14 shops over thin lines keeps failing. Please offer a managed backup to Azure with restore tests.',
    ['Azure', 'ManagedServices', 'Retail & Consumer Goods', '51to250employees'],
    ['SOL-28093-BKP', 'Backup with Proof'],
    33000,
  ),
  need(
    'We are opening an office abroad and need licences, devices and sign-in for 35 people in six weeks.',
    ['Surface', 'Licensing', 'Services', '10to50employees'],
    ['SOL-41266-DEV', 'Office in Six Weeks'],
    58000,
  ),
];

export const PEOPLE: readonly (readonly [first: string, last: string, title: string])[] = [
  ['Kim', 'Akers', 'Head of IT'],
  ['Allan', 'Deyoung', 'Operations Manager'],
  ['Brian', 'Johnson', 'Director of Operations'],
  ['Jordan', 'Miller', 'Product Manager'],
  ['Isaiah', 'Langer', 'Sales Lead'],
  ['Christie', 'Cline', 'Marketing Manager'],
  ['Debra', 'Berger', 'HR Manager'],
  ['Grady', 'Archie', 'IT Administrator'],
  ['Emily', 'Braun', 'Chief Accountant'],
  ['Joni', 'Sherman', 'Head of Legal'],
  ['Lynne', 'Robbins', 'Head of Planning'],
  ['Miriam', 'Graham', 'Managing Director'],
  ['Johanna', 'Lorenz', 'Senior Engineer'],
  ['Henrietta', 'Mueller', 'Head of Development'],
  ['Alex', 'Wilber', 'Project Office'],
  ['Cameron', 'White', 'Head of Purchasing'],
  ['Delia', 'Dennis', 'Chief Information Officer'],
  ['Enrico', 'Cattaneo', 'Owner'],
  ['Patti', 'Fernandez', 'President'],
];

export const INVITERS = ['Fabrikam Partners', 'Adatum Consulting', 'Datum Systems Integration'] as const;
