using System.Buffers;
using System.Text;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Tests.Duplicates.Linkage;

public sealed class When_an_index_is_kept
{
    private static readonly Sample Projects = Sample.Of(300);
    private static readonly MatchParameters Parameters = MatchParameters.Estimate(Sample.Fields, Projects.Records());

    [Fact]
    public void It_says_and_finds_the_same_when_it_is_read()
    {
        var strange = new MatchRecord("Ж", "", [["国境 \U0001F600", ""], [], default]);
        var index = MatchIndex.Of(Sample.Fields, Parameters, [.. Projects.Records(), strange, new MatchRecord("", "P", default)]);
        var read = MatchIndex.Read(Sample.Fields, Parameters, Bytes(index));
        Assert.Equal(index.Records.Select(static record => record.Key), read.Records.Select(static record => record.Key));
        Assert.All(index.Records.Zip(read.Records), static both => Assert.True(both.First.SaysTheSame(both.Second)));
        Assert.Equal(index.Find().Pairs, read.Find().Pairs);
        Assert.Equal(Bytes(index), Bytes(read));
    }

    [Fact]
    public void It_takes_less_than_twice_what_the_records_say()
    {
        var index = MatchIndex.Of(Sample.Fields, Parameters, Projects.Records());
        var texts = index.Records.Sum(static record => record.Key.Length + record.Source.Length + record.Values.Sum(static values => values.Sum(Encoding.UTF8.GetByteCount)));
        Assert.InRange(Bytes(index).Length, 0, 2 * texts);
    }

    [Fact]
    public void An_empty_one_is_no_error() => Assert.Empty(MatchIndex.Read(Sample.Fields, Parameters, Bytes(MatchIndex.Of(Sample.Fields, Parameters, []))).Records);

    [Fact]
    public void What_is_cut_off_anywhere_is_refused()
    {
        var bytes = Bytes(MatchIndex.Of(Sample.Fields, Parameters, Projects.Records()[..5]));
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<InvalidDataException>(() => MatchIndex.Read(Sample.Fields, Parameters, bytes.AsMemory(0, length)));
    }

    private static byte[] Bytes(MatchIndex index)
    {
        var bytes = new ArrayBufferWriter<byte>();
        index.Write(bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
