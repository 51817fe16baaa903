-- What an authority's visitors ask for most, for the search: it puts these in front without looking at all the others.
create index demand_most on catalogue.demand (tenant_id, weight desc);
