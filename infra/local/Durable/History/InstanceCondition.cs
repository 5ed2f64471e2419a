using Azure.Data.Tables;

namespace ParisPact.Local.Durable.History;

/// <summary>Which records to list, as a condition of Table Storage.</summary>
internal static class InstanceCondition
{
    public static string Of(InstanceFilter filter, string? token)
    {
        List<string> terms = [TableClient.CreateQueryFilter($"RowKey eq {StorageKeys.Record}")];
        if (token is not null) terms.Add(TableClient.CreateQueryFilter($"PartitionKey gt {token}"));
        if (!string.IsNullOrEmpty(filter.InstanceIdPrefix))
        {
            var prefix = StorageKeys.Partition(filter.InstanceIdPrefix);
            terms.Add(TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {StorageKeys.AfterPrefix(prefix)}"));
        }

        if (filter.CreatedFrom is { } from) terms.Add(TableClient.CreateQueryFilter($"CreatedAt ge {from}"));
        if (filter.CreatedTo is { } to) terms.Add(TableClient.CreateQueryFilter($"CreatedAt le {to}"));
        if (filter.ParentId is { } parent) terms.Add(TableClient.CreateQueryFilter($"ParentId eq {parent}"));
        if (filter.LiveOnly) terms.Add("Live eq true");
        if (filter.Statuses is { } statuses)
        {
            terms.Add(statuses.Count == 0 ? "Status eq ''" : $"({string.Join(" or ", statuses.Select(status => TableClient.CreateQueryFilter($"Status eq {status.ToString()}")))})");
        }

        return string.Join(" and ", terms);
    }
}
