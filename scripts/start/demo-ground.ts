import { startDemo } from '../../demo/server.ts';
import { ticketFinder, type Ground } from '../tour/ground.ts';

/** Harbour Desk, with several years of history that end with the last full hour. */
export async function demoGround(): Promise<Ground> {
  const { url, desk, plan, close } = await startDemo();
  const tickets = desk.tickets().map(({ id, requesters, createdAt }) => ({
    id,
    requesters: requesters.map(({ email }) => email ?? ''),
    createdAt,
  }));
  return {
    name: /Helpdesk with Noclaims markup/,
    url,
    list: `${url}/?view=active`,
    ticketsOf: ticketFinder({ customers: plan.customers, tickets, addressOf: (id) => `${url}/tickets/${id}` }),
    enter: async (tab) => void (await tab.goto(url)),
    close,
  };
}
