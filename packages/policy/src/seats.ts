/** Who is to sit where. */
export interface SeatRequest {
  /** Roles, one entry for each person that one needs. */
  readonly seats: readonly string[];
  /** For each voter the roles that he may sit for. */
  readonly voters: readonly ReadonlySet<string>[];
}

/**
 * Seats people so that as many seats as possible are taken, nobody on two.
 *
 * @returns the roles of which every seat is taken
 * Source: augmenting paths, C. Berge, Two theorems in graph theory, Proceedings of the National Academy of Sciences 43 (1957), 842-844.
 */
export function fillSeats({ seats, voters }: SeatRequest): ReadonlySet<string> {
  const seatOf = new Map<number, number>();
  const place = (seat: number, tried: Set<number>): boolean => {
    for (const [voter, roles] of voters.entries()) {
      if (tried.has(voter) || !roles.has(seats[seat] ?? '')) continue;
      tried.add(voter);
      const taken = seatOf.get(voter);
      if (taken === undefined || place(taken, tried)) {
        seatOf.set(voter, seat);
        return true;
      }
    }
    return false;
  };
  const empty = seats.filter((_role, seat) => !place(seat, new Set()));
  return new Set(seats.filter((role) => !empty.includes(role)));
}
