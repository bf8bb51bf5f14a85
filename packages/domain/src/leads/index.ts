export { CreateLead } from './create-lead.ts';
export { ListLeads } from './list-leads.ts';
