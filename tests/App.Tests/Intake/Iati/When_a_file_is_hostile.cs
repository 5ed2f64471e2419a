using System.Runtime.CompilerServices;
using System.Text;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Iati;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_a_file_is_hostile
{
    [Fact]
    public void Nothing_is_held_of_what_has_been_read()
    {
        using var endless = new EndlessFile(Reading.Activity());
        using var records = IatiReader.Read(endless, Reading.Context).GetEnumerator();
        var early = Pass(records);
        for (var count = 0; count < 1_000; count++) Pass(records);
        GC.Collect();
        Assert.False(early.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Pass(IEnumerator<RecordRead> records)
    {
        Assert.True(records.MoveNext());
        return new WeakReference(records.Current.Project);
    }

    [Theory]
    [InlineData("XM/1")]
    [InlineData("XM\\1")]
    [InlineData("XM#1?x=1")]
    [InlineData("../../etc/passwd")]
    [InlineData("=cmd|' /C calc'!A0")]
    public void Identifiers_with_symbols_are_kept_as_they_are(string identifier) =>
        Assert.Equal(identifier, Reading.Project(Reading.Activity(identifier: $"<iati-identifier>{identifier}</iati-identifier>")).Reference.AsWritten);

    [Fact]
    public void An_identifier_without_end_is_refused()
    {
        var record = Reading.One(Reading.Activity(identifier: $"<iati-identifier>{new string('X', 100_000)}</iati-identifier>"));
        var error = Assert.Single(record.Problems, problem => problem.Severity == Severity.Error);
        Assert.Equal("reference.too-long", error.Rule);
        Assert.True(error.Message.Length < 300);
    }

    [Fact]
    public void Everything_in_a_message_is_short()
    {
        var long_ = new string('z', 70_000);
        var record = Reading.One($"<iati-activity xml:lang='{long_}' last-updated-datetime='{long_}' hierarchy='{long_}'><iati-identifier>X-1</iati-identifier><reporting-org ref='{long_}' type='{long_}'/><title><narrative>{long_}</narrative></title><participating-org role='{long_}' ref='{long_}'/><activity-status code='{long_}'/><activity-date type='{long_}' iso-date='{long_}'/><recipient-country code='{long_}' percentage='{long_}'/><recipient-region code='{long_}'/><sector code='{long_}' percentage='{long_}' vocabulary='{long_}'/><related-activity type='{long_}' ref='{long_}'/><budget><period-start iso-date='{long_}'/><value currency='{long_}' value-date='{long_}'>{long_}</value></budget><policy-marker code='{long_}'/></iati-activity>");
        Assert.NotEmpty(record.Problems);
        Assert.All(record.Problems, problem => Assert.True(problem.Message.Length + (problem.Suggestion?.Length ?? 0) < 500, problem.Rule));
    }

    [Fact]
    public void Extras_without_end_are_counted_and_not_kept()
    {
        var record = Reading.One(Reading.Activity(more: string.Concat(Enumerable.Range(0, 500).Select(number => $"<legacy-data name='n{number}' value='{new string('v', 2_000)}'/>"))));
        Assert.Equal(ExtrasDraft.MostOfAName + 1, record.Project!.Extras.Length);
        Assert.Equal(new Domain.Projects.Extra("left out", "legacy-data: 480"), record.Project.Extras[^1]);
        Assert.All(record.Project.Extras, extra => Assert.True(extra.Value.Length <= 500));
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    public void Amounts_at_the_edge_of_numbers_break_nothing(string amount)
    {
        var transactions = string.Concat(Enumerable.Repeat($"<transaction><transaction-type code='2'/><transaction-date iso-date='2024-01-01'/><value value-date='2024-01-01'>{amount}</value><sector code='16063'/><recipient-country code='AF'/></transaction>", 3));
        Assert.Equal(3, Reading.Project(Reading.Activity(recipients: "", sectors: "", more: transactions)).Money.Length);
        Assert.NotNull(Reading.Project(Reading.Activity(sectors: $"<sector code='16063' percentage='{amount}'/><sector code='15130' percentage='{amount}'/>")));
    }

    [Fact]
    public void Dates_at_the_edge_of_the_calendar_break_nothing() => Assert.NotNull(Reading.Project(Reading.Activity(
        attributes: "xml:lang='en' default-currency='USD' last-updated-datetime='9999-12-31T23:59:59-14:00'",
        dates: "<activity-date type='1' iso-date='0001-01-01'/><activity-date type='3' iso-date='9999-12-31'/>",
        more: "<budget><period-start iso-date='9999-01-01'/><period-end iso-date='9999-12-31'/><value value-date='0001-01-01'>1</value></budget>")));

    [Fact]
    public void Our_own_marks_in_somebodys_file_break_nothing()
    {
        var record = Reading.One(Reading.Activity(
            attributes: "xml:lang='en' default-currency='USD' xmlns:pp='urn:paris-pact:register:1' pp:not-stated='.'",
            recipients: "<recipient-country code='AF' pp:position='2147483647' pp:percentage='x' pp:as-written=''/><location pp:as-written='x'><administrative code='??'/></location>",
            sectors: "<sector pp:not-stated='@code  @ .' code='1'/>",
            more: "<pp:extra/><pp:other><title/><pp:extra name='a'><b/></pp:extra></pp:other><transaction pp:kind='99' pp:period-end='?'><transaction-type pp:not-stated='@code' code='2'/><value pp:not-stated='@value-date' value-date='2024-01-01'>1</value></transaction>"));
        Assert.NotNull(record.Project);
    }

    /// <summary>A file whose activities never end.</summary>
    private sealed class EndlessFile(string activity) : Stream
    {
        private readonly byte[] _activity = Encoding.UTF8.GetBytes(activity);
        private byte[] _now = "<iati-activities version='2.03'>"u8.ToArray();
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _now.Length) (_now, _at) = (_activity, 0);
            var length = Math.Min(count, _now.Length - _at);
            Array.Copy(_now, _at, buffer, offset, length);
            _at += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    [Fact]
    public void A_title_or_description_beyond_what_is_kept_is_cut_and_told()
    {
        var (title, text) = (new string('t', 999) + " " + new string('u', 9), new string('d', 40_000));
        var record = Reading.One(Reading.Activity(title: $"<title><narrative>{title}</narrative><narrative>{title}</narrative></title>", description: $"<description><narrative>{text}</narrative></description>"));
        Assert.Equal([999, 999], record.Project!.Titles.Select(static one => one.Text.Length));
        Assert.Equal(32_000, record.Project.Descriptions[0].Narratives[0].Text.Length);
        Assert.Equal(3, record.Problems.Count(static problem => problem.Rule == "text.too-long" && problem.Message.Length < 200));
    }
}
