# A bit of everything that scripts do, and always with the same output.
require 'json'
require 'set'
require 'erb'
require 'digest'
require 'stringio'
srand(42)
Point = Struct.new(:x, :y) { def +(o) Point.new(x + o.x, y + o.y) end }
words = Array.new(3000) { Array.new(3 + rand(5)) { (97 + rand(26)).chr }.join }
counts = words.each_with_object(Hash.new(0)) { |w, h| h[w[0, 2]] += 1 }
puts JSON.pretty_generate(counts.sort_by { |k, v| [-v, k] }.first(5).to_h)
puts words.to_set.size, (1..200).inject(:*).to_s[0, 40]
puts ERB.new("<% 3.times do |i| %><%= i * i %>;<% end %>").result
fib = Hash.new { |h, n| h[n] = n < 2 ? n : h[n - 1] + h[n - 2] }
puts fib[80], (0...500).map { |i| Point.new(i, -i) }.reduce(:+).inspect
begin
  Integer("no number")
rescue ArgumentError => e
  puts e.message
end
puts catch(:done) { 10.times { |i| throw :done, i if i > 6 } }
gen = Enumerator.new { |y| a = 1; loop { y << a; a = a * 3 % 1009 } }
puts gen.lazy.select(&:even?).first(5).inspect
puts words.join(' ').gsub(/[aeiou]+/) { |m| m.upcase }.scan(/[A-Z]{3,}/).size
puts Digest::SHA256.hexdigest(words.sort.join)
puts (1..3000).select { |n| (2..Math.sqrt(n)).none? { |d| (n % d).zero? } }.size
Thread.new { puts Thread.current.alive? }.join
