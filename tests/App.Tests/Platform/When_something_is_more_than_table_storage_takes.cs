using Azure.Data.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Tests.Platform;

public sealed class When_something_is_more_than_table_storage_takes
{
    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    public void A_forbidden_key_is_refused_and_its_escaped_form_is_not(string key)
    {
        Assert.Throws<ArgumentException>(() => TableKeys.Guard(key));
        TableKeys.Guard(TableKeys.Escape(key));
    }

    [Fact]
    public void Half_a_character_is_refused_and_its_escaped_form_is_not() => A_forbidden_key_is_refused_and_its_escaped_form_is_not("a\ud800b");

    [Fact]
    public void Different_keys_stay_different_when_escaped()
    {
        string[] keys = ["a/b", "a~002Fb", "a~b", "a~~b", "ab", "Ab", "a#b", "", "/", "~"];
        Assert.Equal(keys.Length, keys.Select(TableKeys.Escape).Distinct().Count());
        Assert.Equal("xm-dac.41_7", TableKeys.Escape("xm-dac.41_7"));
    }

    [Fact]
    public void A_key_too_long_is_refused() => Assert.Throws<ArgumentException>(() => TableKeys.Guard(new string('a', TableKeys.MaximumLength + 1)));

    [Fact]
    public void A_batch_over_two_partitions_or_with_an_entity_twice_or_of_101_is_refused()
    {
        Assert.Throws<ArgumentException>(() => TableBatches.Guard([Add("p", "1"), Add("q", "1")]));
        Assert.Throws<ArgumentException>(() => TableBatches.Guard([Add("p", "1"), Add("p", "1")]));
        Assert.Throws<ArgumentException>(() => TableBatches.Guard([.. Enumerable.Range(0, 101).Select(static number => Add("p", $"{number}"))]));
        Assert.Throws<ArgumentException>(() => TableBatches.Guard([]));
        TableBatches.Guard([.. Enumerable.Range(0, 100).Select(static number => Add("p", $"{number}"))]);
    }

    [Fact]
    public void A_property_or_an_entity_too_large_is_refused()
    {
        var entity = new TableEntity("p", "r") { ["Bytes"] = new byte[TableSizes.MaximumBinary] };
        TableSizes.Guard(entity);
        entity["Bytes"] = new byte[TableSizes.MaximumBinary + 1];
        Assert.Throws<ArgumentException>(() => TableSizes.Guard(entity));
        entity["Bytes"] = new string('x', TableSizes.MaximumText + 1);
        Assert.Throws<ArgumentException>(() => TableSizes.Guard(entity));
        var large = new TableEntity("p", "r");
        TableBytes.Put(large, "P", new byte[17 * TableSizes.MaximumBinary]);
        Assert.Throws<ArgumentException>(() => TableSizes.Guard(large));
        var wide = new TableEntity("p", "r");
        for (var number = 0; number < 253; number++) wide[$"N{number}"] = number;
        Assert.Throws<ArgumentException>(() => TableSizes.Guard(wide));
    }

    [Fact]
    public void Batches_are_cut_by_number_and_by_size_in_order()
    {
        Assert.Equal([99, 99, 2], TableBatches.Split(Enumerable.Range(0, 200).Select(static number => Add("p", $"{number:000}")), reserved: 1).Select(static batch => batch.Count));
        var large = Enumerable.Range(0, 10).Select(static number => Add("p", $"{number}", 800 * 1024)).ToList();
        var batches = TableBatches.Split(large).ToList();
        Assert.All(batches, TableBatches.Guard);
        Assert.Equal(large, batches.SelectMany(static batch => batch));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(TableSizes.MaximumBinary - 1)]
    [InlineData(TableSizes.MaximumBinary)]
    [InlineData(TableSizes.MaximumBinary + 1)]
    [InlineData(3 * TableSizes.MaximumBinary)]
    public void Bytes_over_several_properties_come_back(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var entity = new TableEntity("p", "r");
        TableBytes.Put(entity, "P", bytes);
        Assert.Equal(bytes, TableBytes.Get(entity, "P"));
    }

    private static TableTransactionAction Add(string partition, string row, int bytes = 0)
    {
        var entity = new TableEntity(partition, row);
        TableBytes.Put(entity, "P", new byte[bytes]);
        return new TableTransactionAction(TableTransactionActionType.Add, entity);
    }
}
